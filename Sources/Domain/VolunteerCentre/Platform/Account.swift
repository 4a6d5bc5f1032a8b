package import Localisation
package import SQL

/// A person who can log in. It belongs to the installation; what she may do belongs to a centre.
package struct Account: Sendable, Equatable {
    package let id: ID<Account>
    package let email: String
    package let name: String
    package let hasPassword: Bool
    package let language: Language
}
