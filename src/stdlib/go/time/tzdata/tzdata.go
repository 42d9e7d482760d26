// Package tzdata: the time zone database, which is there in any case.
package tzdata
