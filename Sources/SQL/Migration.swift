/// One step of the schema, forward only, in a transaction of its own. Once released it never changes.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    package let statements: [SQL]

    package init(_ number: Int, _ name: String, _ statements: [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}

package enum MigrationError: Error, Equatable {
    /// The list of migrations does not ascend at this number.
    case disorder(Int)
    /// The database has this migration and the program does not: it was made by a newer release.
    case unknown(Int)
    /// The database lacks this migration although it has a later one.
    case skipped(Int)
}
