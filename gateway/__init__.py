"""The only public door: sessions, the chat and staff contracts, limits, reports and the website's files.

Nothing happens on import. `gateway.app.create_app` builds the application, `python -m gateway.server` serves it.
"""
