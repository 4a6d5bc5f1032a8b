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

    package let centre: Centre
    package let account: ID<Account>?
    package let role: Role
    /// Somebody of the centre does this for a member, who asked for it.
    package let isOnBehalf: Bool

    package init(centre: Centre, account: ID<Account>?, role: Role, isOnBehalf: Bool = false) {
        self.centre = centre
        self.account = account
        self.role = role
        self.isOnBehalf = isOnBehalf
    }

    package static func visitor(centre: Centre) -> Actor { Actor(centre: centre, account: nil, role: .visitor) }
    package static func system(centre: Centre) -> Actor { Actor(centre: centre, account: nil, role: .system) }

    package var isAdministrator: Bool { role == .staff(.administrator) }

    var word: String {
        switch role {
        case .visitor: "visitor"
        case .member: isOnBehalf ? "staff_for_member" : "member"
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
