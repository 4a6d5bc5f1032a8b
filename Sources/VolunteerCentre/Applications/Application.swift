package import SQL
package import Time

/// That a person answers a vacancy. A guest leaves only what is needed to be answered.
package struct Application: Sendable, Equatable {
    package enum Kind: String, Sendable, SQLValue { case guest, account }

    package enum State: String, Sendable, CaseIterable, SQLValue {
        case new, inConversation = "in_conversation", matched, declined, withdrawn
    }

    package let id: ID<Application>
    package let organisation: ID<Organisation>
    package let vacancy: ID<Vacancy>
    package let vacancyTitle: String
    package let kind: Kind
    package let name: String
    package let email: String
    package let phone: String
    package let message: String
    package let state: State
    package let createdAt: Instant
}
