import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.node.Node;

/**
 * Three OpenSearch nodes in one process on loopback ports, which tests stop and start over HTTP.
 *
 * <p>Arguments: a folder for the data, and a file that is written when the nodes stand, in two lines: the addresses of
 * the nodes, separated by commas, and the address of the control ({@code POST /stop/0}, {@code POST /start/0}).
 */
public final class TestCluster {
    private static final int NODES = 3;
    private static final String HOST = "127.0.0.1";

    private TestCluster() {}

    public static void main(String[] arguments) throws Exception {
        List<Integer> ports = freePorts(NODES * 2);
        OpenSearchRunner runner = start(Path.of(arguments[0]), ports);
        HttpServer control = HttpServer.create(new InetSocketAddress(HOST, 0), 0);
        control.createContext("/stop/", exchange -> answer(exchange, number -> stop(runner, number)));
        control.createContext("/start/", exchange -> answer(exchange, number -> runner.startNode(number)));
        control.start();
        String nodes = ports.subList(0, NODES).stream()
                .map(port -> "http://" + HOST + ":" + port)
                .collect(Collectors.joining(","));
        Path draft = Path.of(arguments[1] + ".draft");
        Files.writeString(draft, nodes + "\nhttp://" + HOST + ":" + control.getAddress().getPort() + "\n");
        Files.move(draft, Path.of(arguments[1]));
    }

    private static OpenSearchRunner start(Path data, List<Integer> ports) {
        String seeds = ports.subList(NODES, NODES * 2).stream()
                .map(port -> HOST + ":" + port)
                .collect(Collectors.joining(","));
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("network.host", HOST);
            settings.put("http.port", ports.get(number - 1));
            settings.put("transport.port", ports.get(NODES + number - 1));
            settings.putList("discovery.seed_hosts", seeds.split(","));
            settings.putList("cluster.initial_cluster_manager_nodes", "node-1");
            settings.put("node.name", "node-" + number);
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        });
        runner.build(OpenSearchRunner.newConfigs()
                .clusterName("zhengnuo-test")
                .numOfNode(NODES)
                .basePath(data.toString()));
        runner.ensureGreen();
        return runner;
    }

    private static boolean stop(OpenSearchRunner runner, int number) throws Exception {
        Node node = runner.getNode(number);
        node.close();
        return node.awaitClose(30, TimeUnit.SECONDS);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getByName(HOST)));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).collect(Collectors.toList());
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private interface Change {
        boolean apply(int number) throws Exception;
    }

    private static void answer(HttpExchange exchange, Change change) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int status = 500;
        try {
            status = change.apply(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1))) ? 204 : 409;
        } catch (Exception error) {
            error.printStackTrace();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
