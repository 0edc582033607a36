"""Pages for a browser, beside `drill.cli.render` for the terminal: facts in, one self-contained HTML out.

A page has no scripts and loads nothing. Every text is escaped (Jinja's autoescape), and a content security
policy would keep the browser from running or loading what slipped through. Light and dark follow the browser.
What a chart shows stands beside it in words or in a table, for those who do not see it. Nothing here knows
Typer or Rich.
"""
