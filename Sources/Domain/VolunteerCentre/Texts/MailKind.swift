/// One kind of mail: what it is called in files and tables, its standard words, who gets it, and what its text may ask for.
/// Each part of the domain hands over its own; bodies are files.
package struct MailKind: Sendable, Hashable {
    package enum Receiver: CaseIterable, Sendable { case volunteer, organisation, centre, anybody }

    /// Stored with each mail, so it never changes.
    package let rawValue: String
    /// With the same fields as the body, each as `{field}`.
    package let subject: StaticString
    package let buttonLabel: StaticString?
    package let receiver: Receiver
    /// What a text may ask for besides what every mail knows; the code gives exactly these.
    package let ownFields: [TextField]
    /// Keeps it apart from another kind with the same subject, in the list of texts.
    package let note: StaticString?
    /// It goes to an address that anybody may have typed: nothing in it is of who typed, not even a name. Otherwise our mail
    /// would carry advertising to people who never heard of us.
    package let isToStranger: Bool
    /// Somebody waits for it at a screen.
    package let isUrgent: Bool

    package init(
        _ rawValue: String, subject: StaticString, button: StaticString? = nil, to receiver: Receiver,
        fields: [TextField], note: StaticString? = nil, isToStranger: Bool = false, isUrgent: Bool = false
    ) {
        self.rawValue = rawValue
        self.subject = subject
        buttonLabel = button
        self.receiver = receiver
        ownFields = fields
        self.note = note
        self.isToStranger = isToStranger
        self.isUrgent = isUrgent
    }

    package var fields: [TextField] { (isToStranger ? [] : [.name]) + ownFields + [.centre, .contact] }

    package static func == (a: MailKind, b: MailKind) -> Bool { a.rawValue == b.rawValue }

    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// What stands between double braces in a text of the centre.
package enum TextField: String, CaseIterable, Sendable {
    case name, colleague, organisation, title, search, list, words, reason, date, earlier, email, reply, centre,
        contact, phone,
        address
}
