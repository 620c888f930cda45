// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes lines as PAN-OS does by default: every column of a version, by the names of its manual. */
final class CsvLine {
    private static final String BOTH =
            "future_use1 receive_time serial type subtype future_use2 time_generated src dst natsrc natdst rule srcuser"
                    + " dstuser app vsys from to inbound_if outbound_if logset future_use3 sessionid repeatcnt sport dport"
                    + " natsport natdport flags proto action";
    private static final String DEVICE_GROUPS = " dg_hier_level_1 dg_hier_level_2 dg_hier_level_3 dg_hier_level_4";
    private static final String HOSTS =
            " xff_ip src_category src_profile src_model src_vendor src_osfamily src_osversion"
                    + " src_host src_mac dst_category dst_profile dst_model dst_vendor dst_osfamily dst_osversion dst_host dst_mac"
                    + " container_id pod_namespace pod_name src_edl dst_edl hostid serialnumber";
    private static final String APPLICATION = " subcategory_of_app category_of_app technology_of_app risk_of_app"
            + " characteristic_of_app container_of_app tunneled_app is_saas_of_app sanctioned_state_of_app";

    private static final List<String> TRAFFIC = columns(BOTH
            + " bytes bytes_sent bytes_received packets start elapsed category future_use4 seqno actionflags srcloc"
            + " dstloc future_use5 pkts_sent pkts_received session_end_reason" + DEVICE_GROUPS
            + " vsys_name device_name action_source src_uuid dst_uuid tunnelid monitortag parent_session_id"
            + " parent_start_time tunnel assoc_id chunks chunks_sent chunks_received rule_uuid http2_connection"
            + " link_change_count policy_id link_switches sdwan_cluster sdwan_device_type sdwan_cluster_type"
            + " sdwan_site dynusergroup_name" + HOSTS
            + " src_dag dst_dag session_owner high_res_timestamp nssai_sst nssai_sd" + APPLICATION
            + " offloaded flow_type cluster_name");
    private static final List<String> THREAT = columns(
            BOTH + " misc threatid category severity direction seqno actionflags srcloc dstloc future_use4 contenttype"
                    + " pcap_id filedigest cloud url_idx user_agent filetype xff referer sender subject recipient reportid"
                    + DEVICE_GROUPS
                    + " vsys_name device_name future_use5 src_uuid dst_uuid http_method tunnel_id monitortag"
                    + " parent_session_id parent_start_time tunnel thr_category contentver future_use6 assoc_id ppid"
                    + " http_headers url_category_list rule_uuid http2_connection dynusergroup_name" + HOSTS
                    + " domain_edl src_dag dst_dag partial_hash high_res_timestamp reason justification nssai_sst"
                    + APPLICATION + " cloud_reportid flow_type cluster_name");

    /** Where the columns of each version end. */
    enum Version {
        V9_0("http2_connection", "http2_connection"),
        V9_1("dynusergroup_name", "dynusergroup_name"),
        V10_0("nssai_sd", "nssai_sst"),
        V10_1("offloaded", "cloud_reportid"),
        V11_1("cluster_name", "cluster_name");

        private final int trafficColumns;
        private final int threatColumns;

        Version(String lastOfTraffic, String lastOfThreat) {
            trafficColumns = TRAFFIC.indexOf(lastOfTraffic) + 1;
            threatColumns = THREAT.indexOf(lastOfThreat) + 1;
        }

        boolean hasHighResolution() {
            return compareTo(V10_0) >= 0;
        }
    }

    private final List<String> columns;
    private final Map<String, String> values = new HashMap<>();

    private CsvLine(List<String> columns) {
        this.columns = columns;
        values.putAll(Map.of(
                "future_use1", "1",
                "receive_time", "2025/02/20 11:49:43",
                "serial", "007051000012345",
                "src", "203.0.113.7",
                "dst", "192.0.2.20",
                "rule", "Inbound",
                "sport", "51515",
                "dport", "22",
                "repeatcnt", "1",
                "seqno", "7171717171"));
        values.putAll(Map.of(
                "action", "drop",
                "proto", "tcp",
                "srcloc", "Germany",
                "dstloc", "10.0.0.0-10.255.255.255",
                "rule_uuid", "899c7890-1b4a-55a2-830d-33daa39131a2",
                "device_name", "PA-VM",
                "app", "ssh"));
    }

    static CsvLine traffic(Version version) {
        return new CsvLine(TRAFFIC.subList(0, version.trafficColumns))
                .with("type", "TRAFFIC")
                .with("subtype", "drop");
    }

    static CsvLine threat(Version version) {
        return new CsvLine(THREAT.subList(0, version.threatColumns))
                .with("type", "THREAT")
                .with("subtype", "vulnerability")
                .with("severity", "critical")
                .with("direction", "client-to-server")
                .with("misc", "www.example.org/a?b=1,2&q=\"x\"")
                .with("threatid", "Apache Log4j Remote Code Execution(91991)");
    }

    CsvLine with(String column, String value) {
        if (!TRAFFIC.contains(column) && !THREAT.contains(column)) {
            throw new IllegalArgumentException("no column " + column);
        }
        values.put(column, value);
        return this;
    }

    /** The columns in their order. */
    List<String> columns() {
        return columns;
    }

    @Override
    public String toString() {
        return columns.stream()
                .map(column -> cell(column, values.getOrDefault(column, "")))
                .collect(Collectors.joining(",", "Feb 20 11:49:43 PA-1 ", ""));
    }

    private static String cell(String column, String value) {
        boolean quoted = value.contains(",") || value.contains("\"") || (column.equals("misc") && !value.isEmpty());
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static List<String> columns(String names) {
        return new ArrayList<>(List.of(names.split(" ")));
    }
}
