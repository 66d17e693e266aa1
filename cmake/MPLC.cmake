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

# With other compilers it works too, but has been measured with clang only.
set(precompile OFF)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  set(precompile ON)
  # What lets ccache keep objects that use a precompiled header.
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
option(MPLC_PRECOMPILE "Precompile LLVM's and MLIR's headers" ${precompile})

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
  if(MPLC_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM mplc_llvm_headers)
  endif()
endfunction()

# Code that must not see LLVM: the calculus, the runtime, the checker.
function(mplc_add_plain_library name)
  add_library(${name} STATIC ${ARGN})
  target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
endfunction()

# Most of the time that compiler code takes to build goes into LLVM's and MLIR's
# headers; they are parsed once. Sources include all that they use all the same.
if(MPLC_PRECOMPILE)
  set(source ${CMAKE_BINARY_DIR}/cmake/LLVMHeaders.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "")
  add_library(mplc_llvm_headers STATIC ${source})
  target_include_directories(mplc_llvm_headers SYSTEM PRIVATE
    ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
  target_compile_options(mplc_llvm_headers PRIVATE -fno-rtti)
  target_precompile_headers(mplc_llvm_headers PRIVATE
    ${CMAKE_SOURCE_DIR}/cmake/LLVMHeaders.h)
endif()
