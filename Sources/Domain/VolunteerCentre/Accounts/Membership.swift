package import SQL

/// That somebody works for an approved organisation of this centre.
package struct Membership: Sendable, Equatable {
    /// Owners invite and remove people; editors place vacancies and answer.
    package enum Role: String, Sendable, SQLValue { case owner, editor }

    package let organisation: ID<Organisation>
    package let name: String
    package let role: Role

    /// Who works for the organisation, and which departments it has.
    package var decides: Bool { role == .owner }
}
