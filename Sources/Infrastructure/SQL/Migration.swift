/// One step of the schema, forward only, in a transaction of its own. Once released it never changes.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    /// To which capability of the program it belongs: one that a database knows and the program lacks is refused.
    package var capability: String
    package let statements: [SQL]
    /// Runs after the statements, for what SQL cannot say on both engines.
    let convert: (@Sendable (Transaction) throws -> Void)?

    package init(
        _ number: Int, _ name: String, _ statements: [SQL], capability: String = "",
        convert: (@Sendable (Transaction) throws -> Void)? = nil
    ) {
        self.number = number
        self.name = name
        self.capability = capability
        self.statements = statements
        self.convert = convert
    }
}

package enum MigrationError: Error, Equatable, CustomStringConvertible {
    /// The list of migrations does not ascend at this number.
    case disorder(Int)
    /// The database has this migration and the program does not: it was made by a newer release.
    case unknown(Int)
    /// The database lacks this migration although it has a later one of its capability.
    case skipped(Int)
    /// The database holds data of a capability that the program lacks, so nothing here would ever export or erase it.
    case capability(String)

    /// In words for the operator.
    package var description: String {
        switch self {
        case .disorder(let number): "The program's migrations do not ascend at \(number)."
        case .unknown(let number):
            "The database was made by a newer release: it has migration \(number). Use that release (schakel --version)."
        case .capability(let name):
            """
            The database holds data of "\(name)", which this program lacks: nobody's data in it would be exported or erased. \
            Use a program that has it.
            """
        case .skipped(let number): "The database lacks migration \(number) although it has a later one."
        }
    }
}
