"""The Typer application: which commands there are, and how one is imported only when it is typed.

A command is a function with Typer annotations in one of the modules beside this one. What `--help` and
`docs/commands.md` say of it stands here, so that the list of commands costs no imports.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from drill import __version__
from drill.cli import INTERRUPTED
from drill.cli.session import Session
from drill.errors import BadInput

if TYPE_CHECKING:
    from drill.runner.client import Host


class Command(NamedTuple):
    """`target` is `module:function` below drill.cli; the function's docstring says more than `summary`."""

    target: str
    section: str
    summary: str
    examples: tuple[str, ...]


_PRACTISE, _STUCK, _PROGRESS, _SETUP, _AUTHORS = (
    "Practise", "When you are stuck", "Your progress", "Set-up", "For authors",
)  # fmt: skip
COMMANDS = {
    "next": Command("learn:next_", _PRACTISE, "What to practise now: its statement and a starter file.",
                    ("drill next", "drill next --framework torch", "drill next --edit")),
    "start": Command("learn:start", _PRACTISE, "Begin a problem of your choice.",
                     ("drill start batchnorm",)),
    "show": Command("learn:show", _PRACTISE, "Read a statement again.",
                    ("drill show", "drill show nms", "drill show nms --open")),
    "run": Command("grade:run", _PRACTISE, "Try the visible cases; counts for nothing.",
                   ("drill run ~/drill/iou.py", "drill run ~/drill/iou.py --debug")),
    "watch": Command("watch:watch", _PRACTISE, "Run on every save; keys submit, hint, edit and more.",
                     ("drill watch", "drill watch ~/drill/iou.py")),
    "submit": Command("grade:submit", _PRACTISE, "Grade everything; rates you when it is right.",
                      ("drill submit ~/drill/iou.py", "drill submit ~/drill/iou.py --rate hard")),
    "interview": Command("interview:interview", _PRACTISE, "A mock interview: a clock, and no help.",
                         ("drill interview --minutes 45 --track core", "drill interview",
                          "drill interview --show 1")),
    "rate": Command("grade:rate", _PRACTISE, "Say yourself how hard the last one was.", ("drill rate hard",)),
    "skip": Command("learn:skip", _PRACTISE, "Not today: another problem instead.",
                    ("drill skip", "drill skip nms")),
    "hint": Command("assist:hint", _STUCK, "One hint more; each says more than the last.", ("drill hint",)),
    "why": Command("assist:why", _STUCK, "Open the hidden case that failed.", ("drill why",)),
    "solution": Command("assist:solution", _STUCK, "Show the reference; gives up if it is not solved.",
                        ("drill solution iou", "drill solution iou --framework torch --yes")),
    "list": Command("progress:list_", _PROGRESS, "All problems, and how you stand with each.",
                    ("drill list", "drill list --topic detection --state due")),
    "stats": Command("progress:stats", _PROGRESS, "What is due, what you remember, where you slip.",
                     ("drill stats", "drill stats --calibration")),
    "report": Command("report:report", _PROGRESS, "Everything about your practice, as a page with charts.",
                      ("drill report --open", "drill report --output report.html")),
    "plan": Command("plan:plan", _PROGRESS, "A plan towards an interview date, which `next` follows.",
                    ("drill plan --by 2026-12-21 --minutes 45 --track core", "drill plan",
                     "drill plan --off")),
    "due": Command("due:due", _PROGRESS, "How much waits today; with --quiet, for a shell prompt.",
                   ("drill due", "drill due --quiet")),
    "optimize": Command("optimize:optimize", _PROGRESS, "Fit the memory model to you, if that is better.",
                        ("drill optimize", "drill optimize --defaults")),
    "history": Command("progress:history", _PROGRESS, "Attempts and submissions, with their sources.",
                       ("drill history", "drill history iou --diff", "drill history iou --show 2")),
    "replay": Command("grade:replay", _PROGRESS, "Grade an old submission again with the same numbers.",
                      ("drill replay 3fa9",)),
    "undo": Command("progress:undo", _PROGRESS, "Take back the last rating or giving up.", ("drill undo",)),
    "reset": Command("files:reset", _PROGRESS, "A blank starter again; your file is put aside.",
                     ("drill reset iou",)),
    "restore": Command("files:restore", _PROGRESS, "Bring back a file that was put aside.",
                       ("drill restore iou", "drill restore iou --list")),
    "export": Command("data:export", _SETUP, "Everything drill knows of you, as JSON Lines.",
                      ("drill export drill.jsonl", "drill export")),
    "import": Command("data:import_", _SETUP, "Take in an export, also of another machine.",
                      ("drill import drill.jsonl",)),
    "backup": Command("data:backup", _SETUP, "A copy of your log, safe to make at any time.",
                      ("drill backup drill-backup.db",)),
    "config": Command("setup:config", _SETUP, "Read and change settings.",
                      ("drill config", "drill config set new_per_day 3",
                       "drill config set topics_off recurrent,detection", "drill config unset topics_off")),
    "warm": Command("setup:warm", _SETUP, "The process that keeps the libraries loaded: start, look, stop.",
                    ("drill warm", "drill warm --status", "drill warm --stop")),
    "doctor": Command("setup:doctor", _SETUP, "What works here, and what the sandbox enforces.",
                      ("drill doctor",)),
    "grade": Command("many:grade", _AUTHORS, "Grade many files that others wrote; records nothing.",
                     ("drill grade solutions/ --seed 7", "drill grade a.py b.py --problem iou --json")),
    "verify": Command("authors:verify", _AUTHORS, "Send all right and wrong versions through the judge.",
                      ("drill verify", "drill verify iou nms")),
    "new": Command("authors:new", _AUTHORS, "Write the files of a new problem, each explaining itself.",
                   ("drill new activations/softmax",)),
}  # fmt: skip


_CONTEXT = {"help_option_names": ["-h", "--help"]}


class QuickCommand(TyperCommand):
    """Typed without arguments, a command takes its defaults as they are.

    Typer would load pydantic, a third of the whole start-up, to look at each of them.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args or any(param.required for param in self.params):
            return super().parse_args(ctx, args)
        ctx.params = {p.name: p.get_default(ctx) for p in self.params if p.name and p.expose_value}
        return []


class LazyGroup(TyperGroup):
    """A group that imports a command when it is asked for, and lists them all without importing any."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _build(cmd_name)
            self.commands[cmd_name].params += [p for p in self.params if p.name == "bank"]  # in either place
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise _unknown(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from drill.cli.render.overview import overview

        session = Session.of(ctx)
        session.screen.show(overview(COMMANDS), wide=True)


def _build(name: str) -> Any:
    command = COMMANDS[name]
    module, function = command.target.split(":")
    target = getattr(import_module(f"drill.cli.{module}"), function)
    more = f"\n\n{target.__doc__}" if target.__doc__ else ""
    examples = "\n\n".join(["For example:", *(f"  {example}" for example in command.examples)])
    app = typer.Typer(add_completion=False)
    app.command(
        name, cls=QuickCommand, help=command.summary + more, epilog=examples, context_settings=_CONTEXT
    )(target)
    return typer.main.get_command(app)


def _unknown(word: str) -> BadInput:
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=2)
    if near:
        return BadInput(
            f"There is no command {word!r}. Did you mean {' or '.join(near)}?", f"drill {near[0]} --help"
        )
    return BadInput(f"There is no command {word!r}.", "drill --help")


def _remember_banks(ctx: typer.Context, value: Any) -> None:  # list[Path]; Python 3.10 trips over that here
    session = ctx.find_object(Session)
    if session is not None:
        session.banks += value or []


def _version(value: bool) -> None:
    if value:
        typer.echo(f"drill {__version__}")
        raise typer.Exit


_ClickException: Any = typer.BadParameter.__mro__[2]  # Typer has its own copy of Click from 0.26 on
app = typer.Typer(cls=LazyGroup, rich_markup_mode="rich", context_settings=_CONTEXT)


@app.callback(invoke_without_command=True)
def _drill(
    ctx: typer.Context,
    bank: Annotated[
        list[Path],
        typer.Option(
            "--bank",
            metavar="DIR",
            help="Another folder of problems, trusted like a package; repeatable.",
            callback=_remember_banks,
            expose_value=False,
        ),
    ] = [],  # noqa: B006 (Typer reads it, nobody writes it)
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_version, expose_value=False, is_eager=True
        ),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        ctx.get_help()


def run(arguments: Sequence[str], host: Host | None = None) -> int:
    """One run of the command line; returns the exit code. Raises whatever goes wrong. `host`: see `ahead`."""
    with Session(os.environ, host) as session:
        try:
            group: Any = typer.main.get_command(app)
            name = arguments[0] if arguments else ""
            if name in COMMANDS and "_DRILL_COMPLETE" not in os.environ:  # the group has nothing to add
                command, prog_name, rest = group.get_command(None, name), f"drill {name}", arguments[1:]
            else:
                command, prog_name, rest = group, "drill", arguments
            code = command.main(list(rest), prog_name=prog_name, standalone_mode=False, obj=session)
        except typer.Abort:
            raise KeyboardInterrupt from None
        except _ClickException as error:
            raise _usage(error, COMMANDS.get(name)) from None
    if code == INTERRUPTED:  # what Typer makes of Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _usage(error: Any, command: Command | None) -> BadInput:
    """Typer's complaint about the command line, ending with an example that works."""
    context = getattr(error, "ctx", None)
    command = command or COMMANDS.get(getattr(context, "info_name", None) or "")
    near = getattr(error, "possibilities", None)
    if near:
        message = f"There is no option {error.option_name}. Did you mean {' or '.join(sorted(near))}?"
    else:
        message = str(error.format_message()).strip()
    what, pydantic, _ = message.partition(": Input should be ")
    if pydantic:  # our only values that are no words are counts
        message = f"{what}: it takes a whole number from 1."
    return BadInput(message, command.examples[0] if command else "drill --help")
