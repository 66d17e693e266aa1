(theory Broken[N]
  (in[x,N]))
