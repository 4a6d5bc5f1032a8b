import GivenCentre
import VolunteerCentre

/// Who asks, in the contract of access.
enum AccessRole: String, CaseIterable, Sendable {
    case visitor, volunteer, otherVolunteer, member, otherMember, desk, mediator, administrator
    /// The administrator of the other centre, at the address of her own centre.
    case stranger
}

/// The status that each role gets on one route.
struct Access: Sendable {
    private let statuses: [AccessRole: Int]

    subscript(role: AccessRole) -> Int { statuses[role] ?? 404 }

    /// What everybody may do. At the other centre's address the record may not exist.
    static func everybody(_ status: Int, elsewhere: Int? = nil, volunteers: Int? = nil) -> Access {
        var statuses = Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, status) })
        for role in [AccessRole.volunteer, .otherVolunteer] { statuses[role] = volunteers ?? status }
        statuses[.stranger] = elsewhere ?? status
        return Access(statuses: statuses)
    }

    static func signedIn(_ status: Int, visitor: Int, volunteers: Int? = nil) -> Access {
        var statuses = Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, status) })
        for role in [AccessRole.volunteer, .otherVolunteer] { statuses[role] = volunteers ?? status }
        statuses[.visitor] = visitor
        return Access(statuses: statuses)
    }

    /// What only the organisation may do that the record belongs to.
    static func owner(_ status: Int) -> Access { Access(statuses: [.visitor: 401, .member: status]) }

    /// What every organisation may do for itself.
    static func members(_ status: Int) -> Access {
        Access(statuses: [.visitor: 401, .member: status, .otherMember: status])
    }

    /// What people of this centre may do with one of its records.
    static func staff(_ status: Int) -> Access {
        Access(statuses: [.visitor: 401, .desk: status, .mediator: status, .administrator: status])
    }

    /// What people of every centre may do for their own centre.
    static func ownStaff(_ status: Int) -> Access {
        Access(statuses: [.visitor: 401, .desk: status, .mediator: status, .administrator: status, .stranger: status])
    }

    /// What only the volunteer may do that the record belongs to. Who is here as something else is asked whether she
    /// wants to volunteer too.
    static func ownVolunteer(_ status: Int) -> Access {
        var statuses = volunteers(status).statuses
        statuses[.otherVolunteer] = 404
        return Access(statuses: statuses)
    }

    /// What every volunteer may do for herself.
    static func volunteers(_ status: Int) -> Access {
        var statuses = Dictionary(uniqueKeysWithValues: AccessRole.allCases.map { ($0, 303) })
        statuses[.visitor] = 401
        statuses[.volunteer] = status
        statuses[.otherVolunteer] = status
        return Access(statuses: statuses)
    }

    static func reviewers(_ status: Int) -> Access {
        Access(statuses: [.visitor: 401, .mediator: status, .administrator: status])
    }

    /// What these do for their own centre, whichever it is.
    static func ownReviewers(_ status: Int) -> Access {
        Access(statuses: [.visitor: 401, .mediator: status, .administrator: status, .stranger: status])
    }

    static func administrators(_ status: Int) -> Access { Access(statuses: [.visitor: 401, .administrator: status]) }

    static func ownAdministrators(_ status: Int) -> Access {
        Access(statuses: [.visitor: 401, .administrator: status, .stranger: status])
    }
}
