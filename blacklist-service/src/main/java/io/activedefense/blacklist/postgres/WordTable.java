// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The numbers of texts that repeat. A text keeps its number for ever, so what was once asked is remembered. */
final class WordTable {
    /** Longer ones are cut for the search; the event has them whole. */
    static final int LONGEST = 200;

    private static final int MOST_REMEMBERED = 200_000;

    private final Map<String, Integer> known = new HashMap<>();

    /** As it stands in the table: without what a database's text can't hold. */
    static String kept(String text) {
        String cut = text.length() <= LONGEST ? text : cut(text);
        return cut.indexOf(0) < 0 ? cut : cut.replace('\0', ' ');
    }

    boolean knows(String word) {
        return known.containsKey(word);
    }

    /** The number of a word that was learnt. */
    int number(String word) {
        Integer number = known.get(word);
        if (number == null) {
            throw new IllegalStateException("a word was not learnt");
        }
        return number;
    }

    /** Gives each word a number, unless it has one. Committed before a row uses it: what is undone here is forgotten. */
    void learn(Connection connection, Collection<String> words) throws SQLException {
        if (known.size() + words.size() > MOST_REMEMBERED) {
            known.clear();
        }
        // In order, so that two that learn the same don't wait for each other.
        Array sorted = connection.createArrayOf("text", new TreeSet<>(words).toArray());
        insert(connection, sorted);
        known.putAll(numbers(connection, sorted));
    }

    void forget() {
        known.clear();
    }

    private static void insert(Connection connection, Array words) throws SQLException {
        String sql = """
                INSERT INTO log_word (text)
                SELECT word FROM unnest(?) AS word WHERE NOT EXISTS (SELECT 1 FROM log_word WHERE text = word)
                ON CONFLICT (text) DO NOTHING
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, words);
            insert.executeUpdate();
        }
    }

    private static Map<String, Integer> numbers(Connection connection, Array words) throws SQLException {
        var numbers = new HashMap<String, Integer>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT text, id FROM log_word WHERE text = ANY (?)")) {
            select.setArray(1, words);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.put(row.getString("text"), row.getInt("id"));
                }
            }
        }
        return numbers;
    }

    private static String cut(String text) {
        boolean splitsAPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splitsAPair ? LONGEST - 1 : LONGEST);
    }
}
