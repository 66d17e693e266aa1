# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What every target of the project is built with.

add_compile_options(-Wall -Wextra -Wno-unused-parameter -fvisibility-inlines-hidden)
if(MPLC_SANITIZE)
  add_compile_options(-fsanitize=${MPLC_SANITIZE} -fno-omit-frame-pointer -g)
  add_link_options(-fsanitize=${MPLC_SANITIZE})
endif()
if(MPLC_ENABLE_ASSERTIONS)
  string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
endif()
include_directories(${CMAKE_SOURCE_DIR}/include)

# Compiler code: sees LLVM and MLIR, no RTTI, links their shared libraries.
function(mplc_add_compiler_library name)
  add_library(${name} STATIC ${ARGN})
  mplc_use_llvm(${name})
endfunction()

function(mplc_add_compiler_tool name)
  add_executable(${name} ${ARGN})
  mplc_use_llvm(${name})
  target_link_libraries(${name} PRIVATE MLIR LLVM)
endfunction()

function(mplc_use_llvm name)
  target_include_directories(${name} SYSTEM PRIVATE ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR})
  target_compile_options(${name} PRIVATE -fno-rtti)
endfunction()

# Code that must not see LLVM: the calculus, the runtime, the checker.
function(mplc_add_plain_library name)
  add_library(${name} STATIC ${ARGN})
  target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
endfunction()
