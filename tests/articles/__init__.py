"""Articles: their code, outputs, numbers and figures."""
