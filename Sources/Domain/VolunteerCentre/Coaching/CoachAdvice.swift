/// What the coach thinks of a vacancy: what is in order, and what could be better.
package struct CoachAdvice: Sendable, Equatable {
    package struct Hint: Sendable, Equatable {
        package let rule: CoachRule
        /// Where it was met; empty where something is missing.
        package let places: [Place]
    }

    /// Something of the text itself, and how it could read.
    package struct Place: Sendable, Equatable {
        /// As it was written.
        package let found: String
        /// The same made better; nil: that is the writer's.
        package let mended: String?
    }

    /// In the order of the rules.
    package let hints: [Hint]
    package let inOrder: [CoachRule]
    /// Nobody typed anything yet.
    package let isBlank: Bool

    package var total: Int { hints.count + inOrder.count }
}
