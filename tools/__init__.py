"""Programs that maintainers run by hand or by `make`, and that no build and no reader needs."""
