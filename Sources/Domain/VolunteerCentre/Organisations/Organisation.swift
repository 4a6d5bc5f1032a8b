package import SQL
package import Time

/// An organisation that works with volunteers, as one centre knows it.
package struct Organisation: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, LifeState {
        case registered, approved, rejected, suspended

        /// The whole life of an organisation: what may follow what.
        package var next: Set<State> {
            switch self {
            case .registered: [.approved, .rejected]
            case .approved: [.suspended]
            case .rejected: [.approved]
            case .suspended: [.approved]
            }
        }
    }

    /// What an organisation says of itself when it registers, and keeps right afterwards.
    package struct Details: Sendable, Equatable, Codable {
        package var shortDescription = ""
        package var website = ""
        package var email = ""
        package var phone = ""
        package var street = ""
        package var houseNumber = ""
        package var postcode = ""
        package var place = ""
        package var municipality = ""
        package var newsletter = false
        package var logo: Upload?

        package init() {}
    }

    package let id: ID<Organisation>
    package let name: String
    package let legalForm: String
    package let shortDescription: String
    package let website: String
    package let email: String
    package let phone: String
    package let street: String
    package let houseNumber: String
    package let postcode: String
    package let place: String
    package let municipality: String
    package let newsletter: Bool
    /// A file of the demo.
    package let logo: String?
    /// What the organisation sent itself.
    package let logoUpload: Upload?
    package let state: State
    /// The criteria that were ticked when it was admitted.
    package let criteriaMet: [String]
    package let createdAt: Instant

    /// It takes part: its vacancies are on the website, its people may log in.
    package var isAdmitted: Bool { state == .approved }

    package var hasLogo: Bool { logo != nil || logoUpload != nil }

    package var details: Details {
        var details = Details()
        details.shortDescription = shortDescription
        details.website = website
        details.email = email
        details.phone = phone
        details.street = street
        details.houseNumber = houseNumber
        details.postcode = postcode
        details.place = place
        details.municipality = municipality
        details.newsletter = newsletter
        details.logo = logoUpload
        return details
    }
}

extension Organisation: Living {
    package static var table: String { "organisation" }
    package static var isIndexed: Bool { true }
}
