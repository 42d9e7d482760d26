package main

import (
	"fmt"
	"math"
)

type Matrix [][]float64

func NewMatrix(r, c int, f func(i, j int) float64) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func (m Matrix) Mul(o Matrix) Matrix {
	return NewMatrix(len(m), len(o[0]), func(i, j int) (s float64) {
		for k := range o {
			s += m[i][k] * o[k][j]
		}
		return
	})
}

type Vec3 struct{ X, Y, Z float64 }

func (a Vec3) Add(b Vec3) Vec3      { return Vec3{a.X + b.X, a.Y + b.Y, a.Z + b.Z} }
func (a Vec3) Scale(f float64) Vec3 { return Vec3{a.X * f, a.Y * f, a.Z * f} }
func (a Vec3) Dot(b Vec3) float64   { return a.X*b.X + a.Y*b.Y + a.Z*b.Z }
func (a *Vec3) Normalize()          { l := math.Sqrt(a.Dot(*a)); *a = a.Scale(1 / l) }

func main() {
	a := NewMatrix(2, 3, func(i, j int) float64 { return float64(i + j) })
	b := NewMatrix(3, 2, func(i, j int) float64 { return float64(i * j) })
	fmt.Println(a.Mul(b))
	v := Vec3{1, 2, 3}.Add(Vec3{0, 0, 1}).Scale(0.5)
	v.Normalize()
	fmt.Printf("%.4f %v\n", v.X, v.Dot(v) > 0.999)
	var life [5][5]bool
	life[1][2], life[2][2], life[3][2] = true, true, true
	for gen := 0; gen < 2; gen++ {
		var next [5][5]bool
		for y := range life {
			for x := range life[y] {
				n := 0
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						yy, xx := y+dy, x+dx
						if (dx != 0 || dy != 0) && yy >= 0 && yy < 5 && xx >= 0 && xx < 5 && life[yy][xx] {
							n++
						}
					}
				}
				next[y][x] = n == 3 || n == 2 && life[y][x]
			}
		}
		life = next
		for _, row := range life {
			for _, c := range row {
				if c {
					fmt.Print("#")
				} else {
					fmt.Print(".")
				}
			}
			fmt.Print("/")
		}
		fmt.Println()
	}
}
