/* eslint-disable */
export default async () => ({ '@nestjs/swagger': { models: [], controllers: [] } });
