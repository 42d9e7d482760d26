package main

import (
	"fmt"
	"math"
)

type body struct{ x, y, z, vx, vy, vz, mass float64 }

const (
	solarMass   = 4 * math.Pi * math.Pi
	daysPerYear = 365.24
)

func energy(bodies []body) float64 {
	var e float64
	for i := range bodies {
		b := &bodies[i]
		e += 0.5 * b.mass * (b.vx*b.vx + b.vy*b.vy + b.vz*b.vz)
		for j := i + 1; j < len(bodies); j++ {
			c := &bodies[j]
			dx, dy, dz := b.x-c.x, b.y-c.y, b.z-c.z
			e -= b.mass * c.mass / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return e
}

func advance(bodies []body, dt float64) {
	for i := range bodies {
		b := &bodies[i]
		for j := i + 1; j < len(bodies); j++ {
			c := &bodies[j]
			dx := b.x - c.x
			dy := b.y - c.y
			dz := b.z - c.z
			d2 := dx*dx + dy*dy + dz*dz
			mag := dt / (d2 * math.Sqrt(d2))
			b.vx -= dx * c.mass * mag
			b.vy -= dy * c.mass * mag
			b.vz -= dz * c.mass * mag
			c.vx += dx * b.mass * mag
			c.vy += dy * b.mass * mag
			c.vz += dz * b.mass * mag
		}
	}
	for i := range bodies {
		b := &bodies[i]
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func main() {
	bodies := []body{
		{0, 0, 0, 0, 0, 0, solarMass},
		{4.84, -1.16, -0.10, 0.0016 * daysPerYear, 0.0076 * daysPerYear, -0.00006 * daysPerYear, 0.00095 * solarMass},
		{8.34, 4.12, -0.40, -0.0027 * daysPerYear, 0.0049 * daysPerYear, 0.00002 * daysPerYear, 0.00028 * solarMass},
		{12.89, -15.11, -0.22, 0.0029 * daysPerYear, 0.0023 * daysPerYear, -0.00002 * daysPerYear, 0.00004 * solarMass},
		{15.37, -25.91, 0.17, 0.0026 * daysPerYear, 0.0016 * daysPerYear, -0.00009 * daysPerYear, 0.00005 * solarMass},
	}
	for i := 0; i < 1_000_000; i++ {
		advance(bodies, 0.01)
	}
	fmt.Printf("%.9f\n", energy(bodies))
}
