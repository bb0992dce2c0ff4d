package org.posescope.quantize;

import java.util.List;
import java.util.Map;

import org.posescope.infer.Session;
import org.posescope.infer.TensorInfo;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

/** A session that keeps what it is given. */
final class TappedSession implements Session {
    private final Session session;
    private final SeenInputs seen;

    /** Takes over the session, but not the inputs. */
    TappedSession(Session session, SeenInputs seen) {
        this.session = session;
        this.seen = seen;
    }

    @Override
    public NetworkRuntime runtime() {
        return session.runtime();
    }

    @Override
    public int threads() {
        return session.threads();
    }

    @Override
    public List<TensorInfo> inputs() {
        return session.inputs();
    }

    @Override
    public List<TensorInfo> outputs() {
        return session.outputs();
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        inputs.values().forEach(seen::add);
        return session.run(inputs);
    }

    @Override
    public void close() {
        session.close();
    }
}
