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

    package init(
        id: ID<Application>, organisation: ID<Organisation>, vacancy: ID<Vacancy>, vacancyTitle: String, kind: Kind,
        name: String, email: String, phone: String, message: String, state: State, createdAt: Instant
    ) {
        self.id = id
        self.organisation = organisation
        self.vacancy = vacancy
        self.vacancyTitle = vacancyTitle
        self.kind = kind
        self.name = name
        self.email = email
        self.phone = phone
        self.message = message
        self.state = state
        self.createdAt = createdAt
    }
}
