package image

type Point struct{ X, Y int }
