"""E, the yardstick: an empty one-command Typer app that prints one Rich table."""

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def main() -> None:
    table = Table("a", "b")
    table.add_row("1", "2")
    Console().print(table)


if __name__ == "__main__":
    app()
