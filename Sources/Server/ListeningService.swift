import Foundation
import NIOCore
import ServiceLifecycle

/// A server on an address, which says which one it is when it cannot be used, and by which setting another is chosen.
struct ListeningService: Service {
    let server: any Service
    let address: (host: String, port: Int)
    let setting: String

    func run() async throws {
        let name = "\(address.host):\(address.port)"
        do { try await server.run() } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Ended("\(name) is taken by another program: end that one, or set \(setting) to another port.")
        } catch let error as IOError where [EACCES, EADDRNOTAVAIL].contains(error.errnoCode) {
            throw Ended("\(name) cannot be used (\(setting)): \(error)")
        }
    }
}
