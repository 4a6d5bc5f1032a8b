package import SQL

/// Who does something: explicit in every use case, never ambient.
package struct Actor: Sendable, Equatable {
    package enum Role: Sendable, Equatable {
        case visitor
        case member(ID<Organisation>)
        case volunteer(ID<Volunteer>)
        case staff(StaffRole)
        case system
    }

    package let centre: ID<Centre>
    package let account: ID<Account>?
    package let role: Role

    package init(centre: ID<Centre>, account: ID<Account>?, role: Role) {
        self.centre = centre
        self.account = account
        self.role = role
    }

    package static func visitor(centre: ID<Centre>) -> Actor { Actor(centre: centre, account: nil, role: .visitor) }
    package static func system(centre: ID<Centre>) -> Actor { Actor(centre: centre, account: nil, role: .system) }

    func isAdministrator(of centre: Centre) -> Bool {
        self.centre == centre.id && role == .staff(.administrator)
    }

    var word: String {
        switch role {
        case .visitor: "visitor"
        case .member: "member"
        case .volunteer: "volunteer"
        case .staff(let role): role.rawValue
        case .system: "system"
        }
    }
}

/// What somebody of the centre may do; the order is from narrow to wide.
package enum StaffRole: String, Sendable, CaseIterable, SQLValue {
    case desk, mediator, administrator
}
