package org.posescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.infer.Session;
import org.posescope.pipeline.people.NetworkCall;
import org.posescope.pipeline.people.Threads;
import org.posescope.tensor.Tensor;

/**
 * What any program would have to do: decode each frame to BGRA and call the same networks as often as the pipeline does, on
 * fixed inputs, one after the other. No crops, no decoders, no tracking. Owns the networks until it is closed.
 */
final class BareLoop implements AutoCloseable {
    private final Supplier<FrameSource> source;
    private final List<Network> networks;

    /** A network, what it is always given, and the step whose calls are counted. */
    private record Network(String step, Session session, Map<String, Tensor> input) {
        /** Takes over the session. */
        static Network of(NetworkCall call, Session session) {
            return Cleanup.onFailure(() -> {
                Tensor input = Tensor.allocate(call.input().shape(1));
                return new Network(call.step(), session, Map.of(session.inputs().getFirst().name(), input));
            }, session::close);
        }
    }

    private BareLoop(Supplier<FrameSource> source, List<Network> networks) {
        this.source = source;
        this.networks = networks;
    }

    /** Loads the networks of a plan, with all threads. */
    static BareLoop of(BenchPlan plan) {
        SourceInfo info;
        try (FrameSource first = plan.source().get()) {
            info = first.info();
        }
        List<Network> networks = new ArrayList<>();
        BareLoop loop = new BareLoop(plan.source(), networks);
        return Cleanup.onFailure(() -> {
            for (NetworkCall call : plan.networks().calls(info.width(), info.height())) {
                networks.add(Network.of(call, plan.networks().open(call.file(),
                        Threads.of(plan.plan().machine()).total())));
            }
            return loop;
        }, loop::close);
    }

    /** Runs over the whole source, with as many calls a frame as a run of the pipeline made. */
    LoopFigures run(PipelineRun run) {
        double[] due = new double[networks.size()];
        long frames = 0;
        try (FrameSource frameSource = source.get()) {
            Stopwatch watch = new Stopwatch();
            for (Frame frame = frameSource.next(); frame != null; frame = frameSource.next()) {
                frame.close();
                frames++;
                for (int i = 0; i < due.length; i++) {
                    Network network = networks.get(i);
                    for (due[i] += run.callsPerFrame(network.step); due[i] >= 1; due[i]--) {
                        network.session.run(network.input);
                    }
                }
            }
            return watch.stop(frames);
        }
    }

    @Override
    public void close() {
        Cleanup.each(networks, network -> network.session.close());
    }
}
