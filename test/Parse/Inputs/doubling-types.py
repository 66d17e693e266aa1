# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Each variable is a relation between two of the type of the one before it.

variables = [f"x{i}" for i in range(40)]
atoms = "".join(f"(in2[{a},{a},{b}])" for a, b in zip(variables, variables[1:]))
print(f"(define f[S] (>[{','.join(variables)}](&{atoms})(in[x0,S])))")
