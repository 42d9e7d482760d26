// Package respond writes answers: all of them have the same envelope.
package respond

import (
	"encoding/json"
	"net/http"
)

// An Envelope is what every answer with a body is.
type Envelope struct {
	Success bool              `json:"success"`
	Data    any               `json:"data,omitempty"`
	Error   string            `json:"error,omitempty"`
	Fields  map[string]string `json:"fields,omitempty"` // what is wrong with which field
	Meta    *Meta             `json:"meta,omitempty"`
}

// Meta says what part of a list an answer is.
type Meta struct {
	Page  int `json:"page"`
	Limit int `json:"limit"`
	Total int `json:"total"`
}

// JSON writes data, with the status of a success.
func JSON(w http.ResponseWriter, status int, data any) {
	write(w, status, Envelope{Success: true, Data: data})
}

// List writes a part of a list.
func List(w http.ResponseWriter, data any, meta Meta) {
	write(w, http.StatusOK, Envelope{Success: true, Data: data, Meta: &meta})
}

// Error writes what went wrong.
func Error(w http.ResponseWriter, status int, message string) {
	write(w, status, Envelope{Error: message})
}

// Invalid writes what is wrong with the fields of a request.
func Invalid(w http.ResponseWriter, fields map[string]string) {
	write(w, http.StatusUnprocessableEntity, Envelope{Error: "some fields are not as they should be", Fields: fields})
}

func write(w http.ResponseWriter, status int, e Envelope) {
	// What cannot be encoded must not be found out after the status is on its way.
	body, err := json.Marshal(e)
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`{"success":false,"error":"the answer cannot be written"}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(append(body, '\n'))
}
