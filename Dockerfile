FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY openapi/generator/package.json openapi/generator/
# Scripts are left out because `prepare` is the build, which comes below, and because nothing else needs any.
RUN npm ci --ignore-scripts
COPY . .
# Without the optional packages there is no Postgres in the image: it runs beside it, at DATABASE_URL.
RUN npm run build && npm prune --omit=dev --omit=optional --ignore-scripts && rm -rf node_modules/.cache

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY prisma prisma
COPY openapi openapi
# A volume takes over the owner of the directory that it is mounted on when it is new.
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "dist/bundle/main.js"]
