"""Problems as data: the schema, the YAML loader and the index."""
