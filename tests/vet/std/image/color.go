package color

type RGBA struct{ R, G, B, A uint8 }
