"""The pure parts of the extension latest_updates."""
