# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Writes files into OUTPUT as entries of a table: name and contents, as bytes.
# FILES are their paths, commas between.
string(REPLACE "," ";" files "${FILES}")
set(text "")
foreach(path IN LISTS files)
  get_filename_component(name ${path} NAME)
  file(READ ${path} bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND text "{\"${name}\", \"${bytes}\"},\n")
endforeach()
file(WRITE ${OUTPUT} "${text}")
