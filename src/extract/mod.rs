//! Stage 4: from a tagged report to its tables.
