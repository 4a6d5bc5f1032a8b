/// What is wrong with a form: per field one sentence that says what to do, in the order of the fields.
package struct FormErrors {
    private(set) var list: [(field: String, message: String)] = []

    package init() {}

    package var isEmpty: Bool { list.isEmpty }

    package subscript(field: String) -> String? { list.first { $0.field == field }?.message }

    package mutating func add(_ field: String, _ message: String) {
        if self[field] == nil { list.append((field, message)) }
    }
}
