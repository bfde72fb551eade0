"""For servers that load an application by its name: `gunicorn wsgi:app`."""

from summarizer.web.app import create_app

app = create_app()
