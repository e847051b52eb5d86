package entity

import "strings"

// nicknames are English short forms of given names, each line a formal name
// and the forms that stand for it.
const nicknames = `
abraham abe
albert al bert
alexander alex alec sasha
alexandra alex sandra
andrew andy drew
anthony antony tony
barbara barb
benjamin ben benny
bernard bernie
bradley brad
calvin cal
catherine cathy kate katherine kathryn katie
charles charlie chuck
christopher chris
christine chris
cynthia cindy
daniel dan danny
david dave
deborah debbie deb
donald don
dorothy dot
douglas doug
edward ed eddie ted
elizabeth liz beth betsy
eugene gene
francis frank
franklin frank
frederick fred
gerald jerry gerry
gregory greg
harold harry hal
henry hank harry
jacob jake
jacqueline jackie
james jim jimmy
jeffrey jeff geoffrey geoff
jennifer jen jenny
jeremy jerry
jonathan jon
john jack johnny
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence larry
leonard leo len
leslie les
margaret maggie meg peggy
matthew matt
michael mike mick
mitchell mitch
nathaniel nathan nate
nicholas nick
pamela pam
patricia pat patty
patrick pat
peter pete
philip phil phillip
rebecca becky
raymond ray
richard rick dick rich
robert bob rob bobby
ronald ron
samuel sam
stephen steven steve
stephanie steph
susan sue suzanne
terrence terry
theodore ted theo
thomas tom tommy
timothy tim
valerie val
victoria vicky
vincent vince
virginia ginny
walter walt
william bill will billy
zachary zach zack
`

var formalNames = readNicknames()

func readNicknames() map[string]string {
	out := make(map[string]string)
	for line := range strings.Lines(nicknames) {
		f := strings.Fields(line)
		for _, short := range f[min(1, len(f)):] {
			if _, taken := out[short]; !taken {
				out[short] = f[0]
			}
		}
	}
	return out
}

// formal is the full given name that a first name may be short for, or the
// name itself.
func formal(first string) string {
	if long, ok := formalNames[first]; ok {
		return long
	}
	return first
}
