// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A total order <= on a set E of which nothing else is known: the larger of two,
// and insertion sort, each by cases on whether x <= y.
(import "natural.mpl")

(theory Insertion[E,<=,max,L,nil,cons,insert,sort,count,N,i0,s]
  (&(NaturalNumbers[N,i0,s])
    (>[x,y](in2[x,y,<=])(&(in[x,E])(in[y,E])))
    (>[x,y](&(in2[x,y,<=])(in2[y,x,<=]))(=[x,y]))
    (>[x,y,z](&(in2[x,y,<=])(in2[y,z,<=]))(in2[x,z,<=]))
    (>[x,y](&(in[x,E])(in[y,E]))!(&!(in2[x,y,<=])!(in2[y,x,<=])))

    // max(x, y) = y if x <= y, and x if not
    (fXYZ[max,E,E,E])
    (>[x,y](in2[x,y,<=])(in3[x,y,y,max]))
    (>[x,y](&(in[x,E])(in[y,E])!(in2[x,y,<=]))(in3[x,y,x,max]))

    (in[nil,L])
    (fXYZ[cons,E,L,L])
    (>[x,l](&(in[x,E])(in[l,L]))!(in3[x,l,nil,cons]))
    (>[x,l,y,m,z](&(in3[x,l,z,cons])(in3[y,m,z,cons]))(&(=[x,y])(=[l,m])))

    // insert(x, nil) = x : nil
    // insert(x, y : l) = x : (y : l) if x <= y, and y : insert(x, l) if not
    (fXYZ[insert,E,L,L])
    (>[x,c](in3[x,nil,c,cons])(in3[x,nil,c,insert]))
    (>[x,y,l,c,d](&(in2[x,y,<=])(in3[y,l,c,cons])(in3[x,c,d,cons]))(in3[x,c,d,insert]))
    (>[x,y,l,c,i,d](&!(in2[x,y,<=])(in[x,E])(in3[y,l,c,cons])(in3[x,l,i,insert])(in3[y,i,d,cons]))(in3[x,c,d,insert]))

    // sort(nil) = nil and sort(x : l) = insert(x, sort(l))
    (fXY[sort,L,L])
    (in2[nil,nil,sort])
    (>[x,l,c,r,i](&(in3[x,l,c,cons])(in2[l,r,sort])(in3[x,r,i,insert]))(in2[c,i,sort]))

    // count(x, nil) = 0, count(x, x : l) = s(count(x, l)), and count(x, y : l) = count(x, l) if x != y
    (fXYZ[count,E,L,N])
    (>[x](in[x,E])(in3[x,nil,i0,count]))
    (>[x,l,c,n,m](&(in3[x,l,c,cons])(in3[x,l,n,count])(in2[n,m,s]))(in3[x,c,m,count]))
    (>[x,y,l,c,n](&!(=[x,y])(in3[y,l,c,cons])(in3[x,l,n,count]))(in3[x,c,n,count]))))

(induction [L,nil,cons])
(induction [N,i0,s])

// x <= x
(conjecture reflexive (>[x](in[x,E])(in2[x,x,<=])))
// If not x <= y, then y <= x, and x != y.
(conjecture not_below (>[x,y](&(in[x,E])(in[y,E])!(in2[x,y,<=]))(&(in2[y,x,<=])!(=[x,y]))))
// If not x <= y and not z <= x, then not z <= y.
(conjecture not_below_transitive (>[x,y,z](&(in[x,E])(in[y,E])(in[z,E])!(in2[x,y,<=])!(in2[z,x,<=]))!(in2[z,y,<=])))
// max(x, y) = max(y, x)
(conjecture max_commutative (>[x,y,z](in3[x,y,z,max])(in3[y,x,z,max])))
// max(x, max(y, z)) = max(max(x, y), z)
(conjecture max_associative (>[x,y,z,a,b,c](&(in3[x,y,a,max])(in3[a,z,b,max])(in3[y,z,c,max]))(in3[x,c,b,max])))
// max(x, x) = x
(conjecture max_idempotent (>[x](in[x,E])(in3[x,x,x,max])))
// x <= max(x, y)
(conjecture below_max (>[x,y,z](in3[x,y,z,max])(in2[x,z,<=])))
// max(x, y) is x or y.
(conjecture max_is_one (>[x,y,z](in3[x,y,z,max])!(&!(=[z,x])!(=[z,y]))))
// If max(x, y) != y, then not x <= y.
(conjecture max_differs (>[x,y,z](&(in3[x,y,z,max])!(=[z,y]))!(in2[x,y,<=])))
// count(z, x : (y : l)) = count(z, y : (x : l))
(conjecture count_swapped (>[x,y,l,a,b,c,d,z,n](&(in3[y,l,a,cons])(in3[x,a,b,cons])(in3[x,l,c,cons])(in3[y,c,d,cons])(in3[z,b,n,count]))(in3[z,d,n,count])))
// count(z, insert(x, l)) = count(z, x : l)
(conjecture count_inserted (>[x,l,i,z,c,n](&(in3[x,l,i,insert])(in3[x,l,c,cons])(in3[z,c,n,count]))(in3[z,i,n,count])))
// count(z, sort(l)) = count(z, l)
(conjecture count_sorted (>[l,r,z,n](&(in2[l,r,sort])(in3[z,l,n,count]))(in3[z,r,n,count])))

// False: max(x, y) = x
(conjecture max_is_left (>[x,y](&(in[x,E])(in[y,E]))(in3[x,y,x,max])))
// False: if not x <= y, then not y <= x
(conjecture neither_below (>[x,y](&(in[x,E])(in[y,E])!(in2[x,y,<=]))!(in2[y,x,<=])))
// False: insert(x, l) = x : l
(conjecture insert_first (>[x,l,c](in3[x,l,c,cons])(in3[x,l,c,insert])))
