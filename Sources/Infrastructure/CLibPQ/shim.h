#pragma once
#include <libpq-fe.h>

// Field codes of error results: character macros, which Swift imports as the wrong type or not at all.
static const int schakel_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int schakel_diag_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int schakel_diag_message = PG_DIAG_MESSAGE_PRIMARY;
