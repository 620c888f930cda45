// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database whose connection breaks at the step that is asked for: before it, or just behind it. */
public final class BreakingDataSource implements DataSource {
    private static final Set<String> STEPS =
            Set.of("prepareStatement", "createStatement", "unwrap", "commit", "createArrayOf");

    private final DataSource real;
    private int left = Integer.MAX_VALUE;
    private boolean behind;

    public BreakingDataSource(DataSource real) {
        this.real = real;
    }

    /** Steps from now until it breaks; {@code behind}: that step is still done, but nobody hears of it. */
    public void breakAt(int steps, boolean behind) {
        this.left = steps;
        this.behind = behind;
    }

    /** Whether it has broken since that was asked for. */
    public boolean broke() {
        return left < 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        InvocationHandler breaking = (proxy, method, arguments) -> step(connection, method, arguments);
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, breaking);
    }

    private Object step(Connection connection, Method method, Object[] arguments) throws Throwable {
        boolean counts = STEPS.contains(method.getName());
        if (counts && left-- == 0 && !behind) {
            throw new SQLException("broken before " + method.getName(), "08006");
        }
        try {
            Object result = method.invoke(connection, arguments);
            if (counts && behind && left == -1) {
                throw new SQLException("broken behind " + method.getName(), "08006");
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
