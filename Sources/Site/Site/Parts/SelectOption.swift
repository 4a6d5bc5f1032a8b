import HTML

extension HTML {
    /// One of the answers of a `select` that stands apart from the fields of a form.
    static func option(_ value: String, _ label: String, isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(attribute: "selected", if: isChosen)>\(label)</option>"
    }
}
