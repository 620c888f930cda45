// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.mail;

import io.activedefense.blacklist.egress.EgressGate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;

/** Sockets that connect only where the gate lets them: asked with the very address, after the name was looked up. */
final class GatedSockets extends SocketFactory {
    private final EgressGate gate;

    GatedSockets(EgressGate gate) {
        this.gate = gate;
    }

    @Override
    public Socket createSocket() {
        return new GatedSocket(gate);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class GatedSocket extends Socket {
        private final EgressGate gate;

        GatedSocket(EgressGate gate) {
            this.gate = gate;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetSocketAddress to = (InetSocketAddress) endpoint;
            InetAddress address = to.getAddress();
            if (address == null) {
                throw new UnknownHostException(to.getHostString() + " is not known");
            }
            gate.require(to.getHostString(), address);
            super.connect(endpoint, timeout);
        }
    }
}
