#include "textflag.h"

// func multiplyFast(dst, x, w *float32, in, out, wide int)
//
// For each 16 columns, eight registers hold the sums of four rows of 16; every
// step adds a row of w times the four values of x that go with it.
TEXT ·multiplyFast(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DX
	MOVQ in+24(FP), CX
	MOVQ out+32(FP), R8
	MOVQ wide+40(FP), R9
	SHLQ $2, R8             // bytes of a row of w and of dst
	MOVQ CX, R10
	SHLQ $2, R10            // bytes of a row of x
	LEAQ (SI)(R10*1), R11   // the four rows of x
	LEAQ (SI)(R10*2), R12
	LEAQ (R11)(R10*2), R13

columns:
	MOVQ DI, AX
	VMOVUPS (AX), Y0
	VMOVUPS 32(AX), Y1
	ADDQ R8, AX
	VMOVUPS (AX), Y2
	VMOVUPS 32(AX), Y3
	ADDQ R8, AX
	VMOVUPS (AX), Y4
	VMOVUPS 32(AX), Y5
	ADDQ R8, AX
	VMOVUPS (AX), Y6
	VMOVUPS 32(AX), Y7
	MOVQ DX, AX
	XORQ BX, BX

rows:
	VMOVUPS (AX), Y8
	VMOVUPS 32(AX), Y9
	VBROADCASTSS (SI)(BX*4), Y10
	VBROADCASTSS (R11)(BX*4), Y11
	VBROADCASTSS (R12)(BX*4), Y12
	VBROADCASTSS (R13)(BX*4), Y13
	VFMADD231PS Y8, Y10, Y0
	VFMADD231PS Y9, Y10, Y1
	VFMADD231PS Y8, Y11, Y2
	VFMADD231PS Y9, Y11, Y3
	VFMADD231PS Y8, Y12, Y4
	VFMADD231PS Y9, Y12, Y5
	VFMADD231PS Y8, Y13, Y6
	VFMADD231PS Y9, Y13, Y7
	ADDQ R8, AX
	INCQ BX
	CMPQ BX, CX
	JLT rows

	MOVQ DI, AX
	VMOVUPS Y0, (AX)
	VMOVUPS Y1, 32(AX)
	ADDQ R8, AX
	VMOVUPS Y2, (AX)
	VMOVUPS Y3, 32(AX)
	ADDQ R8, AX
	VMOVUPS Y4, (AX)
	VMOVUPS Y5, 32(AX)
	ADDQ R8, AX
	VMOVUPS Y6, (AX)
	VMOVUPS Y7, 32(AX)
	ADDQ $64, DI
	ADDQ $64, DX
	SUBQ $16, R9
	JNZ columns
	VZEROUPPER
	RET
