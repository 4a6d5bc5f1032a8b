package import Localisation
package import SQL

/// Who can log in: an address and a password. It belongs to the installation; what somebody is, and how she is called, belongs to
/// a centre (decision 6).
package struct Account: Sendable, Equatable {
    package let id: ID<Account>
    package let email: String
    /// As she is called where she was looked for; of several hats the one of the centre, of an organisation, of a volunteer.
    package let name: String
    package let hasPassword: Bool
    package let language: Language

    /// The same account under another of its hats.
    package func called(_ name: String) -> Account {
        Account(id: id, email: email, name: name, hasPassword: hasPassword, language: language)
    }
}
