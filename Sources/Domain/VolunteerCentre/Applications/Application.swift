package import SQL
package import Time

/// That a person answers a vacancy. A guest leaves only what is needed to be answered.
package struct Application: Sendable, Equatable {
    package enum Kind: String, Sendable, SQLValue { case guest, account }

    package enum State: String, Sendable, CaseIterable, LifeState {
        case new, inConversation = "in_conversation", matched, declined, withdrawn

        /// The whole life of a response: what may follow what. A match that was a mistake opens the conversation again,
        /// and what was closed too quickly is what it was before.
        package var next: Set<State> {
            switch self {
            case .new: [.inConversation, .matched, .declined, .withdrawn]
            // Back to new: the only answer was taken back.
            case .inConversation: [.new, .matched, .declined, .withdrawn]
            case .matched: [.new, .inConversation]
            // She does not know of the no yet, and withdraws.
            case .declined: [.new, .inConversation, .withdrawn]
            case .withdrawn: [.new, .inConversation]
            }
        }

        /// Nobody of the organisation answered yet.
        package var isUnanswered: Bool { self == .new }

        /// Somebody still waits for somebody.
        package var isOpen: Bool { self == .new || self == .inConversation }
    }

    /// Who comes along.
    package enum Party: String, Sendable, CaseIterable, SQLValue { case single, couple, group, school = "class" }

    /// How it came in: through the site, noted by the organisation after a telephone call, a mail or a talk, or by an invitation
    /// from the candidate pool.
    package enum Channel: String, Sendable, CaseIterable, SQLValue { case web, phone, mail, talk, pool }

    /// How far the organisation is with somebody who has no account, by its own word.
    package enum FollowUp: String, Sendable, CaseIterable, SQLValue {
        case called, mailed, comes
        case takesPart = "takes_part"
        /// She said yes to being recorded, by the link in her mail.
        case agreed
        /// After a no: the centre spoke to her, or she would rather look on by herself.
        case helpedOn = "helped_on"
        /// What was closed, or said, a moment before was taken back.
        case undone
        case needsNoHelp = "needs_no_help"

        /// What an organisation notes itself.
        package static let byHand: [FollowUp] = [.called, .mailed, .comes, .takesPart]
    }

    package let id: ID<Application>
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let vacancy: ID<Vacancy>
    package let vacancyTitle: String
    package let volunteer: ID<Volunteer>?
    package let kind: Kind
    package let channel: Channel
    package let name: String
    package let email: String
    package let phone: String
    package let message: String
    package let party: Party
    package let partySize: Int?
    package internal(set) var state: State
    package let followUp: FollowUp?
    package let createdAt: Instant
    /// Within so many days an answer was promised.
    package let answerDays: Int
    /// When its organisation was reminded of it.
    package let remindedAt: Instant?
    /// Since when it stands on the centre's list of those that nobody answered in time.
    package let overdueAt: Instant?
    /// It was closed, and nobody was told yet.
    package let closing: Closing?
    /// Since when the centre knows that she looks on after this.
    package let handedBackAt: Instant?
    /// When the centre had helped her, or she said that she needs none.
    package let helpedAt: Instant?

    package init(
        id: ID<Application>, organisation: ID<Organisation>, organisationName: String, vacancy: ID<Vacancy>,
        vacancyTitle: String, volunteer: ID<Volunteer>?, kind: Kind, channel: Channel, name: String, email: String,
        phone: String, message: String, party: Party, partySize: Int?, state: State, followUp: FollowUp? = nil,
        createdAt: Instant, answerDays: Int = 14, remindedAt: Instant? = nil,
        overdueAt: Instant? = nil, closing: Closing? = nil, handedBackAt: Instant? = nil, helpedAt: Instant? = nil
    ) {
        self.id = id
        self.organisation = organisation
        self.organisationName = organisationName
        self.vacancy = vacancy
        self.vacancyTitle = vacancyTitle
        self.volunteer = volunteer
        self.kind = kind
        self.channel = channel
        self.name = name
        self.email = email
        self.phone = phone
        self.message = message
        self.party = party
        self.partySize = partySize
        self.state = state
        self.followUp = followUp
        self.createdAt = createdAt
        self.answerDays = answerDays
        self.remindedAt = remindedAt
        self.overdueAt = overdueAt
        self.closing = closing
        self.handedBackAt = handedBackAt
        self.helpedAt = helpedAt
    }
}

extension Application {
    /// How far the organisation is, as long as that says more than the state.
    package var standing: FollowUp? { state == .inConversation && volunteer == nil ? followUp : nil }
}

extension Application: Living {
    package static var table: String { "application" }
}
