"""The extension latest_updates in small Sphinx projects."""
