#pragma once
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

// Sizes are macros of macros, which Swift cannot see. Medium: what a page of 32,000 marks needs; longer ones take several blocks.
static const uint32_t schakel_level1_size = ISAL_DEF_LVL1_MEDIUM;
