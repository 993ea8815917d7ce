"""Run by Alembic: the steps happen on the connection that is handed over, inside its transaction."""

from alembic import context

from reconnect_desktop.storage.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
