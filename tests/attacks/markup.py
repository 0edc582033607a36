# run-time error
# Markup of the library that lays out the screen.
# door: command
def scale(x, k):
    print("[bold red]accepted[/] [link=file:///etc/passwd]x[/link] :warning:")
    raise ValueError("[/nothing] [bold]accepted")
